/** The mock's own limit: it answers 501 instead of guessing. */

/** `what`: a call that only the real server has. */
export class NotServed extends Error {
  constructor(what: string) {
    super(
      `The mock of dots-flow/testing does not serve ${what}. Run a sandbox server for it: npx dots-flow serve.`,
    );
    this.name = 'NotServed';
  }
}
