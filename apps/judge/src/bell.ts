/** Wakes one who waits. A ring while nobody waited counts for the next who does, so that none is lost. */
export class Bell {
  #rung = false;
  #wake: () => void = () => undefined;

  ring(): void {
    this.#rung = true;
    this.#wake();
  }

  /** Forgets the rings so far: what is looked at from now on has seen their cause. */
  clear(): void {
    this.#rung = false;
  }

  /** Settles once it is rung, or has been since it was last cleared; at the latest after so many milliseconds. */
  async heard(atMostMs: number): Promise<void> {
    if (this.#rung) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, atMostMs);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = () => undefined;
  }
}
