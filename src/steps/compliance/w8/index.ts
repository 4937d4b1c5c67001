/** Both W-8s, in a chunk that only payees outside the US load. `Lazy` takes `messages` from it as well. */
import type { TemplateResult } from 'lit';
import type { Scope } from '../scope.ts';
import { w8SpecOf, type W8 } from './fields.ts';
import { renderW8ben } from './w8ben.ts';
import { renderW8bene } from './w8bene.ts';

export { complianceW8 as messages } from '../../../locales/en/compliance-w8.ts';
export { w8SpecOf };

export const renderW8 = (scope: Scope, form: W8): TemplateResult =>
  form === 'w8ben' ? renderW8ben(scope) : renderW8bene(scope);
