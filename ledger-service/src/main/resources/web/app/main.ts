import './app.css';
import './element/states';
import './shell/console';
import {applyTheme} from './shell/theme';

applyTheme();
