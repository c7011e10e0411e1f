/** How often at most a list is drawn: what passes faster than that cannot be read, and the page stays free to scroll and answer. */
const DRAWN_MILLIS = 80;

/** Draws once for all that happened since the last time, within a frame of the browser. */
export class Frames {
  private frame = 0;
  private timer = 0;
  private drawn = 0;

  constructor(private readonly draw: () => void) {}

  /** Something happened that is to be seen. */
  ask(): void {
    if (this.frame === 0 && this.timer === 0) {
      this.timer = window.setTimeout(() => this.next(), Math.max(0, this.drawn + DRAWN_MILLIS - performance.now()));
    }
  }

  end(): void {
    window.clearTimeout(this.timer);
    cancelAnimationFrame(this.frame);
  }

  private next(): void {
    this.timer = 0;
    this.frame = requestAnimationFrame((now) => {
      this.frame = 0;
      this.drawn = now;
      this.draw();
    });
  }
}
