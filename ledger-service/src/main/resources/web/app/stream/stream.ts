import {html} from 'lit';
import {customElement} from 'lit/decorators.js';
import {ViewElement} from '../shell/view';

@customElement('triad-stream')
export class View extends ViewElement {
  override render() {
    return html`<h1>stream</h1>`;
  }
}
