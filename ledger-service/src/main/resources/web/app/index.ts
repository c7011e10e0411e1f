/* The bundler begins here; without a file of this name it would load every other one at once, and no view only when it is looked at. */
import './main';
