import { Component, signal } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { Payouts } from './payouts';

@Component({
  selector: 'app-root',
  imports: [Payouts],
  template: `
    <nav>
      <button (click)="page.set('Payouts')">Payouts</button>
      <button (click)="page.set('Orders')">Orders</button>
      <button (click)="dark.set(!dark())">Dark</button>
      <button (click)="help.set(!help())">Help</button>
    </nav>
    @if (help()) {
      <p>Ask us: help&#64;example.com</p>
    }
    <app-payouts [dark]="dark()" [hidden]="page() !== 'Payouts'" />
    @if (page() === 'Orders') {
      <p>No orders yet.</p>
    }
  `,
})
class App {
  readonly page = signal('Payouts');
  readonly dark = signal(false);
  readonly help = signal(false);
}

bootstrapApplication(App).catch((error: unknown) => console.error(error));
