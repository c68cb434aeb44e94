/**
 * Turns for large pictures that nobody waits for: two load at once.
 *
 * A browser opens six connections to a host of HTTP/1.1, and a row of GIFs would take them all from the pictures
 * somebody scrubs through.
 */

const AT_ONCE = 2;

const waiting: (() => void)[] = [];
let loading = 0;

/** Call `begin` when it is this picture's turn; call what is returned when it came, failed or is no longer wanted. */
export function takeTurn(begin: () => void): () => void {
  let begun = false;
  let over = false;
  const start = () => {
    begun = true;
    begin();
  };
  waiting.push(start);
  next();
  return () => {
    if (over) return;
    over = true;
    const index = waiting.indexOf(start);
    if (index >= 0) waiting.splice(index, 1);
    if (begun) loading -= 1;
    next();
  };
}

function next(): void {
  while (loading < AT_ONCE) {
    const start = waiting.shift();
    if (start === undefined) return;
    loading += 1;
    start();
  }
}
