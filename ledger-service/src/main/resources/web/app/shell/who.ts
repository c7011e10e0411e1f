import {LitElement, css, html, nothing} from 'lit';
import {customElement} from 'lit/decorators.js';
import {session, Sessioned, signOut} from '../data/session';
import {time} from '../data/time';
import {shared} from '../styles';

/** Who is signed in, as what, and the way out; nothing where nobody is asked. */
@customElement('triad-who')
export class Who extends LitElement {
  static override styles = [
    shared,
    css`
      div {
        display: grid;
        gap: 0.1rem;
        font-size: 0.8125rem;
        overflow-wrap: anywhere;
      }

      button {
        justify-self: start;
        padding: 0.3rem 0;
      }

      @media (max-width: 900px) {
        .name,
        .roles {
          display: none;
        }
      }
    `,
  ];

  constructor() {
    super();
    new Sessioned(this);
  }

  override render() {
    const now = session();
    if (!now?.signedIn) {
      return nothing;
    }
    const until = now.expiresAt ? `until ${time(now.expiresAt)} UTC` : '';
    return html`<div>
      <strong class="name" title=${until}>${now.name}</strong>
      <span class="roles soft">${now.roles.join(', ') || 'no role'}</span>
      <button class="quiet" @click=${() => void signOut()} title="Signed in as ${now.name ?? ''} ${until}">Sign out</button>
    </div>`;
  }
}
