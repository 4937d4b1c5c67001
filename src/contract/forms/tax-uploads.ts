/**
 * Tax forms that are not filled in here, but uploaded as a signed PDF and looked at by the partner. There is
 * no schema here, so nobody loads zod for them.
 */

/**
 * `w8bene`: Form W-8BEN-E whole, for a chapter 4 status that the form here does not have. All others are
 * forms of their own.
 */
export const uploadedForms = ['8233', 'w8eci', 'w8imy', 'w8exp', 'w8bene'] as const;
export type UploadedForm = (typeof uploadedForms)[number];

/**
 * `submitted`: it waits for the partner. `approved`: it counts, for as long as it holds. `refused`: the payee
 * is asked for another one. `replaced`: another form was filed or approved since.
 */
export const uploadStates = ['submitted', 'approved', 'refused', 'replaced'] as const;
export type UploadState = (typeof uploadStates)[number];

/** Bytes. A form of a few pages that was scanned is smaller. */
export const maximumUpload = 5 * 1024 * 1024;
