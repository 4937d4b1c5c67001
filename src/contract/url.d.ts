/**
 * What the contract uses of its surroundings: browsers and Node both have it, the language itself does not.
 */
declare class URL {
  static canParse(url: string): boolean;
  constructor(url: string);
  readonly username: string;
  readonly password: string;
}
