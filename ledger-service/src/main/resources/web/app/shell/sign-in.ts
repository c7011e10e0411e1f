import {LitElement, css, html, nothing} from 'lit';
import {customElement, state} from 'lit/decorators.js';
import {Problem} from '../data/api';
import {signIn} from '../data/session';
import {shared} from '../styles';

/** Takes the token that says who one is. The ledger keeps it in a cookie that no script can read. */
@customElement('triad-sign-in')
export class SignIn extends LitElement {
  static override styles = [
    shared,
    css`
      form {
        display: grid;
        gap: 0.75rem;
        width: min(100%, 30rem);
        margin: 12vh auto 0;
      }

      label {
        display: grid;
        gap: 0.3rem;
      }

      input {
        width: 100%;
        font-family: var(--mono);
      }

      button {
        justify-self: start;
      }

      code {
        display: block;
        font: 0.8125rem var(--mono);
        overflow-wrap: anywhere;
      }

      .problem {
        color: var(--bad);
        font-size: 0.875rem;
      }
    `,
  ];

  @state() private busy = false;
  @state() private problem = '';

  override render() {
    return html`<form class="panel" @submit=${this.submit} aria-labelledby="title">
      <h1 id="title">Sign in</h1>
      <p class="soft">This ledger wants to know who asks. Paste the token that your company's sign-on gave you.</p>
      <label>Token <input name="token" type="password" autocomplete="off" spellcheck="false" required aria-describedby="local" /></label>
      ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
      <button class="primary" ?disabled=${this.busy}>Sign in</button>
      <p id="local" class="small soft">For a stack on this machine: <code>./triad token --role reader --group amazon</code></p>
    </form>`;
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const field = this.renderRoot.querySelector<HTMLInputElement>('input');
    this.busy = true;
    this.problem = '';
    try {
      await signIn(field?.value.trim() ?? '');
    } catch (error) {
      this.problem = error instanceof Problem ? error.message : String(error);
      field?.select();
    } finally {
      this.busy = false;
    }
  }
}
