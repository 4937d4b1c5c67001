/** Follows the page around the element when it changes its language, and the element when it is moved to another place. */
import type { ReactiveController } from 'lit';
import type { LanguageHost } from './language-controller.ts';

export class PageLanguage implements ReactiveController {
  readonly #host: LanguageHost;
  readonly #observer = new MutationObserver(() => this.#host.requestUpdate());

  constructor(host: LanguageHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Only the attribute is watched, so that nothing runs while the page changes anything else. */
  hostConnected(): void {
    for (let root: Node | null = this.#host; root; root = root instanceof ShadowRoot ? root.host : null) {
      root = root.getRootNode();
      this.#observer.observe(root, { subtree: true, attributeFilter: ['lang'] });
    }
    this.#host.requestUpdate();
  }

  /** An observer keeps its host alive as long as the page. */
  hostDisconnected(): void {
    this.#observer.disconnect();
  }
}
