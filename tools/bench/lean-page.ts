/**
 * What a good engineer would write by hand for the first step alone: one Lit element, the same fields and one
 * call. No languages, no errors, no retries, no other step. `npm run bench:element` measures us against it.
 */
import { LitElement, css, html } from 'lit';

interface Opened {
  readonly snapshot: { readonly app_name: string };
}

class LeanPage extends LitElement {
  static override readonly properties = { opened: { state: true } };
  static override readonly styles = css`
    :host {
      display: block;
      max-width: 28rem;
      font-family: system-ui, sans-serif;
      color-scheme: light dark;
    }
    h2 {
      font-size: 1.25rem;
      margin: 0 0 0.5rem;
    }
    p {
      margin: 0 0 1rem;
      color: #555;
    }
    .bar {
      height: 4px;
      margin-bottom: 1rem;
      background: #ddd;
    }
    .joined {
      display: flex;
      gap: 0.5rem;
      margin: 0.25rem 0;
    }
    input,
    button {
      min-height: 44px;
      font: inherit;
      font-size: 16px;
      border: 1px solid #888;
      border-radius: 8px;
      padding: 0 0.75rem;
    }
    input {
      flex: 1;
    }
    .main {
      width: 100%;
      margin-bottom: 0.5rem;
      border: 0;
      color: #fff;
      background: #1652f0;
    }
    :focus-visible {
      outline: 2px solid #1652f0;
      outline-offset: 2px;
    }
  `;
  declare opened: Opened | null;

  constructor() {
    super();
    this.opened = null;
    void this.#open();
  }

  async #open(): Promise<void> {
    const id = new URLSearchParams(location.search).get('flow') ?? '';
    const answer = await fetch(`/api/v2/flows/${id}/sessions`, { method: 'POST', body: '{}' });
    this.opened = (await answer.json()) as Opened;
  }

  override render() {
    if (!this.opened) return html`<p role="status">Loading</p>`;
    return html`<div class="bar"></div>
      <form @submit=${(event: Event) => event.preventDefault()}>
        <h2>Confirm your phone</h2>
        <p>${this.opened.snapshot.app_name} sends you a code by text.</p>
        <label for="phone_number">Phone number</label>
        <div class="joined">
          <button type="button">US +1</button>
          <input
            id="phone_number"
            name="phone_number"
            type="tel"
            autocomplete="tel-national"
            inputmode="tel"
          />
        </div>
        <p>Message and data rates may apply.</p>
        <button class="main" type="submit">Send code</button>
        <button type="button">Call me instead</button>
      </form>`;
  }
}

customElements.define('lean-page', LeanPage);
