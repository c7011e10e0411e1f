import {LitElement, css, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {shared} from '../styles';

/** How long a button says what became of it. */
const SAID_MILLIS = 1_800;

/** A button that copies a text, and says so. */
@customElement('triad-copy')
export class CopyButton extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: inline-block;
      }

      button {
        min-height: 28px;
        padding: 0 0.6rem;
        font-size: 0.8125rem;
      }
    `,
  ];

  @property({attribute: false}) text!: () => string;
  @property() label = 'Copy';
  /** What it does, where the label alone does not say. */
  @property() name = '';
  @property({type: Boolean}) quiet = false;
  @state() private said = '';

  override render() {
    return html`<button class=${this.quiet ? 'quiet' : ''} aria-label=${this.name || nothing} @click=${this.copy}>${this.said || this.label}</button><span class="visually-hidden" role="status">${this.said}</span>`;
  }

  private async copy(): Promise<void> {
    this.said = (await copied(this.text())) ? 'Copied' : 'Not allowed';
    window.setTimeout(() => (this.said = ''), SAID_MILLIS);
  }
}

/** Browsers let pages copy only where the connection is safe; the old way works on others. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement('textarea');
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand('copy');
    area.remove();
    return done;
  }
}
