/** What the command has to know before the packages of the server are there. */

/**
 * What an operator has to change. The command prints it without a stack; each problem is a sentence that
 * names its setting.
 */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  /** `lead`: what comes before the problems; empty where it is not about starting a server. */
  constructor(problems: readonly string[], lead = 'The server cannot start:\n') {
    const bullet = lead === '' ? '' : '  - ';
    super(lead + problems.map((problem) => `${bullet}${problem}`).join('\n'));
    this.name = 'ConfigError';
    this.problems = problems;
  }

  /** The same for a command that starts no server: `dots-flow backup: …`. Empty: for no command at all. */
  saidBy(command: string): string {
    const lead = command === '' ? '' : `dots-flow ${command}: `;
    return this.problems.map((problem) => `${lead}${problem}`).join('\n');
  }
}
