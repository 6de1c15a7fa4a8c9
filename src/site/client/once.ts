/** What takes a while to be made: once, when it is first asked for, and again where it could not be. */
export class Once<T> {
  private made: Promise<T> | undefined;

  constructor(private readonly make: () => Promise<T>) {}

  get(): Promise<T> {
    const made = (this.made ??= this.make());
    made.catch(() => {
      if (this.made === made) this.made = undefined;
    });
    return made;
  }

  /** The next who asks has another made. @returns the one that was, if there was one */
  forget(): Promise<T> | undefined {
    const { made } = this;
    this.made = undefined;
    return made;
  }
}
