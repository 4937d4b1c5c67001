/** Finishes at once what moves in these trees. In the middle of it axe would measure colours that pass. */
export function finishAnimations(...roots: (Document | ShadowRoot)[]): void {
  for (const root of roots)
    for (const animation of root.getAnimations())
      if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
}
