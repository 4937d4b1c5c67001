/** What can be tried. Everything that is chosen goes into the state, and with it into the address. */
import { html, nothing, type TemplateResult } from 'lit';
import { colour, box, range, section, segmented, select, type Options } from './controls.ts';
import { personaIds, personaOf } from './personas.ts';
import { choices, colours, offeredOptions, offeredSteps, type Choice, type State } from './state.ts';

export interface PanelView {
  readonly state: State;
  /** There is a server beside the page; without one everything runs in this browser. */
  readonly hasServer: boolean;
  /** What the brand's own colours are, for the wells that nobody set. */
  readonly brandColours: Readonly<Record<(typeof colours)[number], string>>;
  /** What the robot says that it does. */
  readonly said: string;
  readonly isRunning: boolean;
  /** Why no flow came to be. */
  readonly problem: string;
  /** The time of the test clock, once it was moved. */
  readonly now: string;
  readonly css: string;
  readonly code: string;
  readonly copied: string;
}

export interface PanelActions {
  set(change: Partial<State>): void;
  start(): void;
  fill(): void;
  goOn(): void;
  finish(): void;
  stop(): void;
  advance(duration: string): void;
  copy(what: 'css' | 'code' | 'link'): void;
  resetTheme(): void;
}

const faults: Readonly<Record<Choice<'fault'>, string>> = {
  '': 'none',
  slow: 'slow: 2.5 s for each answer',
  offline: 'offline',
  busy: '429, too many requests',
  down: '503, server down',
  lost: 'answers get lost',
};
const codes: Readonly<Record<Choice<'code'>, string>> = {
  html: 'HTML',
  react: 'React',
  vue: 'Vue',
  svelte: 'Svelte',
  angular: 'Angular',
  solid: 'Solid',
  curl: 'curl',
  typescript: 'TypeScript',
};
const labelled = <T extends string>(labels: Readonly<Record<T, string>>): Options<T> =>
  Object.entries(labels) as [T, string][];

export const panelTemplate = (view: PanelView, act: PanelActions): TemplateResult => html`
  ${payeeTemplate(view, act)}
  ${section('flow', 'Flow', flowTemplate(view, act), view.state.steps.join(' · ') || 'no steps')}
  ${section('looks', 'Looks', looksTemplate(view, act))}
  ${section('place', 'Language and width', placeTemplate(view, act))}
  ${section('conditions', 'Clock and faults', conditionsTemplate(view, act), faultNote(view.state))}
  ${section('code', 'Show code', codeTemplate(view, act))}
`;

function payeeTemplate({ state, said, isRunning }: PanelView, act: PanelActions): TemplateResult {
  return html`<section class="payee" aria-labelledby="payee-title">
    <h3 id="payee-title">Play the payee</h3>
    ${select(
      'persona',
      'Persona',
      personaIds.map((id) => [id, personaOf(id).name] as const),
      state.persona,
      (persona) => act.set({ persona }),
    )}
    <p class="note">${personaOf(state.persona).about}</p>
    <div class="buttons">
      ${
        isRunning
          ? html`<button type="button" class="primary" @click=${() => act.stop()}>Stop</button>`
          : html`<button type="button" class="primary" @click=${() => act.finish()}>Run to the end</button>`
      }
      <button type="button" ?disabled=${isRunning} @click=${() => act.goOn()}>Next screen</button>
      <button type="button" ?disabled=${isRunning} @click=${() => act.fill()}>Fill in</button>
    </div>
    <p class="note" role="status" id="said">${said}</p>
  </section>`;
}

function flowTemplate({ state, hasServer, problem }: PanelView, act: PanelActions): TemplateResult {
  const toggle = <T extends string>(list: readonly T[], one: T, isOn: boolean): T[] =>
    isOn ? [...list, one] : list.filter((other) => other !== one);
  const options = offeredOptions.filter(([step]) => state.steps.includes(step));
  return html`<form
    id="create"
    @submit=${(event: Event) => {
      event.preventDefault();
      act.start();
    }}
  >
    <fieldset class="boxes">
      <legend>Steps</legend>
      ${offeredSteps.map((name) =>
        box(
          'steps',
          name,
          state.steps.includes(name),
          (isOn) => {
            const steps = toggle(state.steps, name, isOn);
            act.set({ steps: offeredSteps.filter((one) => steps.includes(one)) });
          },
          name,
        ),
      )}
    </fieldset>
    ${
      options.length > 0
        ? html`<fieldset class="boxes wide">
            <legend>Options</legend>
            ${options.map(([step, option]) => {
              const name = `${step}.${option}`;
              return box(
                'options',
                html`${step}: ${option}`,
                state.options.includes(name),
                (isOn) => act.set({ options: toggle(state.options, name, isOn) }),
                name,
              );
            })}
          </fieldset>`
        : nothing
    }
    <div class="pair">
      ${select(
        'payee',
        'Payee',
        [
          ['new', 'new'],
          ['known', 'known to the app'],
        ],
        state.payee,
        (payee) => act.set({ payee }),
      )}
      ${select(
        'source',
        'Started from',
        [
          ['create-flow', 'config.createFlow'],
          ['flow-id', 'flow-id'],
          ['client-id', 'client-id + steps'],
        ],
        state.source,
        (source) => act.set({ source }),
      )}
    </div>
    ${
      hasServer
        ? segmented(
            'api',
            'Flows API',
            [
              ['server', 'this server'],
              ['browser', 'mock in this browser'],
            ],
            state.api,
            (api) => act.set({ api }),
          )
        : nothing
    }
    <button class="primary wide">Create a flow</button>
    <p id="problem" role="alert" ?hidden=${!problem}>${problem}</p>
  </form>`;
}

function looksTemplate({ state, brandColours, css, copied }: PanelView, act: PanelActions): TemplateResult {
  return html`
    ${segmented(
      'scheme',
      'Scheme',
      choices.scheme.map((value) => [value, value] as const),
      state.scheme,
      (scheme) => act.set({ scheme }),
    )}
    <fieldset class="colours">
      <legend>Colours</legend>
      ${colours.map((name) =>
        colour(name, name, state[name] || brandColours[name], (value) => act.set({ [name]: value })),
      )}
    </fieldset>
    ${range('radius', 'Radius', [0, 2, 0.125], state.radius || '0.625', (radius) => act.set({ radius }))}
    ${range('density', 'Density', [0.6, 1.4, 0.05], state.density || '1', (density) => act.set({ density }))}
    ${segmented(
      'font',
      'Font',
      [
        ['', 'brand'],
        ['sans', 'sans'],
        ['serif', 'serif'],
        ['mono', 'mono'],
      ],
      state.font,
      (font) => act.set({ font }),
    )}
    <pre class="code" tabindex="0" aria-label="The theme as CSS">${css}</pre>
    <div class="buttons">
      <button type="button" @click=${() => act.copy('css')}>
        ${copied === 'css' ? 'Copied' : 'Copy as CSS'}
      </button>
      <button type="button" class="quiet" @click=${() => act.resetTheme()}>Back to the brand</button>
    </div>
  `;
}

const placeTemplate = ({ state }: PanelView, act: PanelActions): TemplateResult => html`
  ${segmented(
    'lang',
    'Language',
    [
      ['', 'browser’s'],
      ['en', 'English'],
      ['de', 'Deutsch'],
    ],
    state.lang,
    (lang) => act.set({ lang }),
  )}
  ${segmented(
    'dir',
    'Direction',
    [
      ['ltr', 'left to right'],
      ['rtl', 'right to left'],
    ],
    state.dir,
    (dir) => act.set({ dir }),
  )}
  ${segmented(
    'width',
    'Width of the site, in pixels',
    choices.width.map((value) => [value, value || 'all'] as const),
    state.width,
    (width) => act.set({ width }),
  )}
`;

const faultNote = ({ fault, muted }: State): unknown =>
  fault || muted ? html`<span class="warn">on</span>` : nothing;

const conditionsTemplate = ({ state, now }: PanelView, act: PanelActions): TemplateResult => html`
  <fieldset class="clock">
    <legend>Test clock${now ? html`: <output>${now}</output>` : nothing}</legend>
    <div class="buttons">
      <button type="button" @click=${() => act.advance('PT1M')}>+ 1 minute</button>
      <button type="button" @click=${() => act.advance('PT15M')}>+ 15 minutes</button>
      <button type="button" @click=${() => act.advance('P1D')}>+ 1 day</button>
    </div>
  </fieldset>
  ${select('fault', 'Network', labelled(faults), state.fault, (fault) => act.set({ fault }))}
  ${box('muted', 'The event stream says nothing', state.muted, (muted) => act.set({ muted }))}
`;

const codeTemplate = ({ state, code, copied }: PanelView, act: PanelActions): TemplateResult => html`
  ${segmented('code', 'In your page, and on your server', labelled(codes), state.code, (chosen) =>
    act.set({ code: chosen }),
  )}
  <pre class="code" tabindex="0" aria-label="Code">${code}</pre>
  <div class="buttons">
    <button type="button" @click=${() => act.copy('code')}>
      ${copied === 'code' ? 'Copied' : 'Copy code'}
    </button>
    <button type="button" class="quiet" @click=${() => act.copy('link')}>
      ${copied === 'link' ? 'Copied' : 'Copy link to this state'}
    </button>
  </div>
`;
