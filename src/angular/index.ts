/**
 * "dots-flow/angular": a directive for `<dots-flow>`. Importing it registers the element. A component that
 * has it in `imports` needs no `CUSTOM_ELEMENTS_SCHEMA`, so that a misspelled property does not compile.
 * Events are DOM events, whose types Angular knows from the element.
 *
 * It is written as Angular's own compiler would publish it, to be linked by the compiler of the application
 * (https://angular.dev/tools/libraries/creating-libraries, "partial-Ivy").
 */
import * as core from '@angular/core';
import '../define.ts';
import type { DotsFlow } from '../dots-flow.ts';
import type { Properties } from '../types/element.ts';

/** Hands each input on to the property of the same name. */
export class DotsFlowDirective {
  readonly #element = core.inject<core.ElementRef<DotsFlow>>(core.ElementRef).nativeElement;

  set flowId(value: Properties['flowId']) {
    this.#set({ flowId: value ?? null });
  }
  set apiUrl(value: Properties['apiUrl']) {
    this.#set({ apiUrl: value ?? null });
  }
  set clientId(value: Properties['clientId']) {
    this.#set({ clientId: value ?? null });
  }
  set steps(value: Properties['steps']) {
    this.#set({ steps: value ?? null });
  }
  set config(value: Properties['config']) {
    this.#set({ config: value ?? null });
  }
  set theme(value: Properties['theme']) {
    this.#set({ theme: value ?? null });
  }
  set closable(value: Properties['closable'] | '') {
    this.#set({ closable: value === '' || value === true });
  }

  set name(value: Properties['name']) {
    this.#set({ name: value ?? null });
  }
  set required(value: Properties['required'] | '') {
    this.#set({ required: value === '' || value === true });
  }

  #set(properties: Properties): void {
    Object.assign(this.#element, properties);
  }

  static readonly ɵfac: core.ɵɵFactoryDeclaration<DotsFlowDirective, never> = core.ɵɵngDeclareFactory({
    minVersion: '14.0.0',
    version: '19.0.0',
    ngImport: core,
    type: DotsFlowDirective,
    deps: [],
    target: core.ɵɵFactoryTarget.Directive,
  } as never) as never;

  // The compiler of the application reads this type as it is written here; it resolves no names in it.
  static readonly ɵdir: core.ɵɵDirectiveDeclaration<
    DotsFlowDirective,
    'dots-flow',
    never,
    {
      flowId: { alias: 'flowId'; required: false };
      apiUrl: { alias: 'apiUrl'; required: false };
      clientId: { alias: 'clientId'; required: false };
      steps: { alias: 'steps'; required: false };
      config: { alias: 'config'; required: false };
      theme: { alias: 'theme'; required: false };
      closable: { alias: 'closable'; required: false };
      name: { alias: 'name'; required: false };
      required: { alias: 'required'; required: false };
    },
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- no outputs: events are the DOM's
    {},
    never,
    never,
    true
  > = core.ɵɵngDeclareDirective({
    minVersion: '14.0.0',
    version: '19.0.0',
    ngImport: core,
    type: DotsFlowDirective,
    isStandalone: true,
    selector: 'dots-flow',
    inputs: {
      flowId: 'flowId',
      apiUrl: 'apiUrl',
      clientId: 'clientId',
      steps: 'steps',
      config: 'config',
      theme: 'theme',
      closable: 'closable',
      name: 'name',
      required: 'required',
    },
  } as never);
}
