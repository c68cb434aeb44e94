/** Which freeze frames to fetch while somebody scrubs. */

const AHEAD = 8;
const BEHIND = 2;

/**
 * Order the seconds worth having, the wanted one first.
 *
 * `step` is how far the last move went, signed: a fast hand skips seconds, so what lies ahead is fetched at the same
 * step. At rest both sides count alike. Seconds lie in [0, count).
 */
export function preloadOrder(at: number, step: number, count: number): number[] {
  const order = [at];
  if (step === 0) {
    for (let away = 1; away <= (AHEAD + BEHIND) / 2; away += 1) order.push(at + away, at - away);
  } else {
    for (let away = 1; away <= AHEAD; away += 1) order.push(at + away * step);
    for (let away = 1; away <= BEHIND; away += 1) order.push(at - away * Math.sign(step));
  }
  return order.filter((second) => second >= 0 && second < count);
}
