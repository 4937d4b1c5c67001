/**
 * The one door to zod: zod/mini with stricter types. The message of a failed check is a code of
 * `fieldCatalogue`, so a mistyped code does not compile. At run time every function here is zod's own.
 *
 * Write `import * as z from '…/z.ts'`. A namespace object that is exported (`export { z }`) has to be whole
 * in every bundler but Vite's, with all languages of zod in it: ten times the code.
 */
import * as zod from 'zod/mini';
import type { SomeType, util, $ZodCheck } from 'zod/v4/core';
import type { FieldCode } from './problems.ts';

// A name that is declared below takes precedence over the same name from here.
export * from 'zod/mini';

// With its first schema zod probes for `new Function`, which a page with a strict Content-Security-Policy
// reports as a violation. Whoever builds a schema imports this file, so this runs before.
zod.config({ jitless: true });

type Message = FieldCode | { readonly error: FieldCode };
type SimpleSchema<T> = (code?: Message) => T;

export const string = zod.string as SimpleSchema<zod.ZodMiniString<string>>;
export const uuid = zod.uuid as SimpleSchema<zod.ZodMiniUUID>;
export const boolean = zod.boolean as SimpleSchema<zod.ZodMiniBoolean<boolean>>;
export const number = zod.number as SimpleSchema<zod.ZodMiniNumber<number>>;
export const int = zod.int as SimpleSchema<zod.ZodMiniInt>;

export const literal = zod.literal as <const T extends util.Literal>(
  value: T,
  code?: Message,
) => zod.ZodMiniLiteral<T>;
export const array = zod.array as <T extends SomeType>(element: T, code?: Message) => zod.ZodMiniArray<T>;
export const union = zod.union as <const T extends readonly SomeType[]>(
  options: T,
  code?: Message,
) => zod.ZodMiniUnion<T>;

const codedEnum = zod.enum as <const T extends readonly string[]>(
  values: T,
  code?: Message,
) => zod.ZodMiniEnum<util.ToEnum<T[number]>>;
export { codedEnum as enum };

type LengthCheck = (length: number, code?: Message) => $ZodCheck<util.HasLength>;
export const minLength = zod.minLength as LengthCheck;
export const maxLength = zod.maxLength as LengthCheck;

type BoundCheck = (bound: number, code?: Message) => $ZodCheck<util.Numeric>;
export const minimum = zod.minimum as BoundCheck;
export const maximum = zod.maximum as BoundCheck;

export const regex = zod.regex as (pattern: RegExp, code?: Message) => $ZodCheck<string>;

interface RefineOptions {
  readonly error: FieldCode;
  /** The field that the problem is reported on; the checked value itself when absent. */
  readonly path?: PropertyKey[];
  /** Whether to check although something else is wrong already. */
  readonly when?: () => boolean;
}
export const refine = zod.refine as <T>(
  holds: (value: NoInfer<T>) => unknown,
  code?: FieldCode | RefineOptions,
) => $ZodCheck<T>;
