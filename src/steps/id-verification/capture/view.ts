import type { CameraTrouble } from './camera.ts';
import type { Taken } from './photos.ts';
import type { Pose } from './poses.ts';
import type { Viewfinder } from './viewfinder.ts';

/** What is on screen while a side is taken. What a view needs is in it, so nothing of it outlives it. */
export type View =
  | { readonly name: 'intro' }
  /** `pose` is set while the selfie sequence runs. */
  | { readonly name: 'camera'; readonly finder: Viewfinder; readonly pose: Pose | null }
  | { readonly name: 'trouble'; readonly trouble: CameraTrouble }
  | { readonly name: 'preparing' }
  | ({ readonly name: 'preview' } & Taken)
  /** `sent` is in bytes. `stalled`: there is no connection, and it goes on by itself. */
  | ({ readonly name: 'sending'; readonly sent: number; readonly stalled: boolean } & Taken);
