/** Messages that tell a payee who has left of a result. */

export interface NotificationSender {
  /**
   * Sends a text message. It is called again when this process died before the answer was noted: a second
   * message with the same `reference` must not be sent. It is tried again later when it rejects.
   */
  send(message: {
    readonly reference: string;
    /** E.164. */
    readonly to: string;
    readonly appName: string;
    /** BCP 47: what the payee reads. */
    readonly language: string;
    readonly text: string;
  }): Promise<void>;
}
