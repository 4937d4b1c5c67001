/** What the command `dots-flow` says of itself. The packages of the server need not be there. */
import { callOf, commandNames, commands } from './commands.ts';
import type { Command, CommandName, Option } from './commands.ts';
import { settings } from './settings.ts';

/** Without a name: all commands, a line for each. */
export const help = (name?: CommandName): string => (name === undefined ? overview() : helpOf(name));

const overview = (): string =>
  sections(
    'Usage: dots-flow <command> [options]',
    titled(
      'Commands',
      commandNames.map((name) => [name, commands[name].summary]),
    ),
    'dots-flow <command> --help says what it takes, and which settings count.',
    'dots-flow --version says which version this is.',
  );

function helpOf(name: CommandName): string {
  const { text, options, settings: counting, examples }: Command = commands[name];
  const names = counting === 'all' ? Object.keys(settings) : counting;
  return sections(
    `Usage: ${callOf(name)} [options]`,
    ...text,
    titled('Options', [
      ...Object.entries(options).map(([option, about]) => lineOf(option, about)),
      ['-h, --help', 'This text'],
    ]),
    titled(
      'Environment',
      names.map((setting) => [setting, settings[setting] ?? '']),
    ),
    titled(
      examples.length === 1 ? 'Example' : 'Examples',
      examples.map((example) => [example]),
    ),
  );
}

/** What is given on the command line wins over the environment. */
const lineOf = (option: string, { value, text, variable }: Option): [string, string] => [
  value === undefined ? `--${option}` : `--${option} ${value}`,
  variable === undefined ? text : `${text}; wins over ${variable}`,
];

/** A title, and below it the lines, whose second parts begin at one place. */
function titled(title: string, lines: readonly (readonly [string, string?])[]): string {
  const width = Math.max(...lines.map(([first]) => first.length)) + 2;
  return [title, ...lines.map(([first, second = '']) => `  ${first.padEnd(width)}${second}`.trimEnd())].join(
    '\n',
  );
}

const sections = (...all: readonly string[]): string => `${all.join('\n\n')}\n`;
