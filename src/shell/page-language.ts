/**
 * Notices that the page around the element changes its language, or that the element is moved to a place with
 * another one. Which language that is, `LanguageController` finds out.
 */
import type { ReactiveController } from 'lit';
import type { LanguageHost } from './language-controller.ts';

export class PageLanguage implements ReactiveController {
  readonly #host: LanguageHost;
  readonly #observer = new MutationObserver(() => this.#host.requestUpdate());

  constructor(host: LanguageHost) {
    this.#host = host;
    host.addController(this);
  }

  /**
   * Watches every root between the element and the document. Only the `lang` attribute is watched, so that
   * nothing runs while the page changes anything else.
   */
  hostConnected(): void {
    for (let root: Node | null = this.#host; root; root = root instanceof ShadowRoot ? root.host : null) {
      root = root.getRootNode();
      this.#observer.observe(root, { subtree: true, attributeFilter: ['lang'] });
    }
    this.#host.requestUpdate();
  }

  /** Without this the observer would keep its host alive for as long as the page. */
  hostDisconnected(): void {
    this.#observer.disconnect();
  }
}
