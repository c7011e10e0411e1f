/** The newest of what came: at most so many, and of at most so many characters together. */
export class Ring<T extends {size: number}> {
  private readonly slots: (T | undefined)[];
  private oldest = 0;
  private characters = 0;
  private length = 0;

  constructor(
    private readonly most: number,
    private readonly mostCharacters: number,
  ) {
    this.slots = new Array<T | undefined>(most);
  }

  get count(): number {
    return this.length;
  }

  /** The newest is 0. */
  at(index: number): T | undefined {
    return index < 0 || index >= this.length ? undefined : this.slots[(this.oldest + this.length - 1 - index) % this.most];
  }

  /** Takes one in, and says which ones it no longer has. */
  push(item: T): T[] {
    const gone: T[] = [];
    while (this.length > 0 && (this.length === this.most || this.characters + item.size > this.mostCharacters)) {
      gone.push(this.shift());
    }
    this.slots[(this.oldest + this.length) % this.most] = item;
    this.length += 1;
    this.characters += item.size;
    return gone;
  }

  clear(): void {
    this.slots.fill(undefined);
    this.oldest = 0;
    this.length = 0;
    this.characters = 0;
  }

  private shift(): T {
    const item = this.slots[this.oldest] as T;
    this.slots[this.oldest] = undefined;
    this.oldest = (this.oldest + 1) % this.most;
    this.length -= 1;
    this.characters -= item.size;
    return item;
  }
}
