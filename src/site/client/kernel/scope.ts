import { PageFault } from "../pageFault";
import type { CellScript, Import } from "./cellSource";

type Getters = Readonly<Record<string, readonly [get: () => unknown, set: (value: unknown) => void]>>;

/**
 * What the cells share: every name declared at the top of a cell, as that cell's own binding, so that a function of an earlier
 * cell and a later cell see the same variable. A name declared again is the later cell's from then on.
 */
export class Scope {
  private readonly names: Record<string, PropertyDescriptor> = Object.create(null) as Record<string, PropertyDescriptor>;

  constructor(private readonly modules: Readonly<Record<string, Readonly<Record<string, unknown>>>>) {}

  /** The statement to which the cell that runs has come; -1 before the first. */
  at = -1;

  /** The object that a cell runs within. */
  readonly seen: object = Object.create(null) as object;

  /** Names that a cell declares; a later failure leaves those that never got a value out again. */
  declare(getters: Getters): void {
    for (const [name, [get, set]] of Object.entries(getters)) this.define(name, { get, set, enumerable: true, configurable: true });
  }

  /** @throws {PageFault} a module that is not there, or a name that it does not have, once the name is used */
  bring({ from, names }: Import): void {
    const module = this.modules[from];
    if (!module) {
      const there = Object.keys(this.modules).map((name) => `"${name}"`).join(", ");
      throw new PageFault({ en: `there is no module "${from}" in this page (there are ${there})`, zh: `本页中没有模块 "${from}"（有 ${there}）` });
    }
    for (const { local, imported } of names) {
      this.define(local, {
        enumerable: true, configurable: true,
        get: () => {
          if (imported === "*") return module;
          if (!(imported in module)) throw new PageFault({ en: `"${from}" has no export called ${imported}`, zh: `"${from}" 没有名为 ${imported} 的导出` }, "SyntaxError"); // a type, maybe: then nothing asks for it
          return module[imported];
        },
      });
    }
  }

  /** After a cell that failed: what it declared and never reached is not there, what an earlier cell declared is there again. */
  settle({ declared }: Pick<CellScript, "declared">, before: ReadonlyMap<string, PropertyDescriptor | undefined>): void {
    for (const name of declared) {
      try {
        this.names[name]?.get?.();
      } catch {
        const old = before.get(name);
        if (old) this.define(name, old);
        else {
          delete this.names[name];
          Reflect.deleteProperty(this.seen, name);
        }
      }
    }
  }

  before(names: readonly string[]): Map<string, PropertyDescriptor | undefined> {
    return new Map(names.map((name) => [name, this.names[name]]));
  }

  private define(name: string, descriptor: PropertyDescriptor): void {
    this.names[name] = descriptor;
    Object.defineProperty(this.seen, name, descriptor);
  }
}
