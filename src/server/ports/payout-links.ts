/** Messages that bring a payee the link to their money. */

export interface PayoutLinkSender {
  /**
   * Sends one message, and resolves to what is known of it then: `sent`, or `delivered` where the provider
   * knows as much, or `undeliverable` when that address takes none. It is called again when this process died
   * before the answer was noted: a second message with the same `reference` must not be sent. It is tried
   * again later when it rejects.
   */
  send(message: {
    readonly reference: string;
    readonly channel: 'sms' | 'email';
    /** E.164, or an email address. */
    readonly to: string;
    readonly appName: string;
    /** BCP 47: the language of the text. */
    readonly language: string;
    /** Of an email. */
    readonly subject: string;
    readonly text: string;
  }): Promise<'sent' | 'delivered' | 'undeliverable'>;
}
