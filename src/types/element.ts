/**
 * What `<dots-flow>` takes and tells, in the spelling of HTML and of JavaScript. Each other file of this
 * folder hands it on to one framework, in the framework's own terms.
 */
import type { DotsFlowConfig } from '../config.ts';
import type { StepInput, StepName } from '../contract/steps.ts';
import type { DotsFlow } from '../dots-flow.ts';
import type { DotsFlowEventMap } from '../events.ts';

/**
 * Steps as one text: up to three names with a space between them, or a JSON array. There are too many longer
 * lists for the compiler; they are given as an array to the property.
 */
type StepsText = StepName | `${StepName} ${StepName}` | `${StepName} ${StepName} ${StepName}` | `[${string}]`;

/** Attributes whose names differ from those of their properties. */
export interface Attributes {
  'flow-id'?: string | null | undefined;
  'api-url'?: string | null | undefined;
  'client-id'?: string | null | undefined;
}

/** Attributes that are called as their properties are, in so far as they hold text. */
export interface TextProperties {
  /** Steps for `clientId`. */
  steps?: StepsText | null | undefined;
  theme?: DotsFlow['theme'] | undefined;
}

export interface Properties {
  /** The flow to run; changing it starts over. */
  flowId?: string | null | undefined;
  /** Base of the Flows API without version. Default: `/api` where the script is from. */
  apiUrl?: string | null | undefined;
  /** The app's public client id. With `steps` it starts a flow without a back end. */
  clientId?: string | null | undefined;
  /** Steps for `clientId`: names, or objects with `name` and options. */
  steps?: readonly StepInput[] | StepsText | null | undefined;
  /** Compared by value: it may be written inline. */
  config?: DotsFlowConfig | null | undefined;
  theme?: DotsFlow['theme'] | undefined;
  /** Offers "Close" where a flow has ended; it only fires `dots-exit`. */
  closable?: boolean | undefined;
  /** In a form of the page: under which name the id of the finished flow is submitted. */
  name?: string | null | undefined;
  /** The form cannot be submitted before the flow is finished. */
  required?: boolean | undefined;
}

/** A listener for each event, under the event's name after `Prefix`. */
export type Listeners<Prefix extends string> = {
  [Type in keyof DotsFlowEventMap as `${Prefix}${Type}`]?:
    ((event: DotsFlowEventMap[Type]) => void) | undefined;
};

type Camel<Text extends string> = Text extends `${infer Head}-${infer Rest}`
  ? `${Head}${Capitalize<Camel<Rest>>}`
  : Text;

/** The same, without the hyphens: `onDotsStepCompleted`. */
export type CamelListeners = {
  [Type in keyof DotsFlowEventMap as `on${Capitalize<Camel<Type>>}`]?:
    ((event: DotsFlowEventMap[Type]) => void) | undefined;
};

/** The same, without the element's prefix: `onStepCompleted`. */
export type ShortListeners = {
  [
    Type in keyof DotsFlowEventMap as Type extends `dots-${infer Name}`
      ? `on${Capitalize<Camel<Name>>}`
      : never
  ]?: ((event: DotsFlowEventMap[Type]) => void) | undefined;
};
