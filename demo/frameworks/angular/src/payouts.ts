import { Component, input, signal } from '@angular/core';
import type { DotsStepCompletedEvent } from 'dots-flow';
import { DotsFlowDirective } from 'dots-flow/angular';

@Component({
  selector: 'app-payouts',
  imports: [DotsFlowDirective],
  template: `
    <dots-flow
      [config]="{
        apiUrl: 'http://localhost:4400/api',
        clientId: 'pk_sandbox_demo',
        steps: ['compliance', 'manage-payouts'],
        theme: dark() ? 'dark' : 'light',
      }"
      (dots-step-completed)="completed($event)"
    />
    <output>Done: {{ done().join(', ') }}</output>
  `,
})
export class Payouts {
  readonly dark = input.required<boolean>();
  readonly done = signal<readonly string[]>([]);

  completed({ detail }: DotsStepCompletedEvent): void {
    this.done.update((before) => [...before, detail.step]);
  }
}
