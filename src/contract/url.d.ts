/**
 * What the contract uses of its surroundings: browsers and Node both have it, the language itself does not.
 */
declare class URL {
  constructor(url: string);
  readonly protocol: string;
  readonly hostname: string;
  readonly username: string;
  readonly password: string;
}
