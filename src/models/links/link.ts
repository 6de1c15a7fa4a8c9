import type { Link } from "../fit";
import { cauchit } from "./cauchit";
import { cloglog } from "./cloglog";
import type { LinkFunction } from "./linkFunction";
import { logit } from "./logit";
import { loglog } from "./loglog";
import { probit } from "./probit";

const LINKS: Record<Link, LinkFunction> = { logit, probit, cloglog, loglog, cauchit };

/** Their names, as options and messages list them. */
export const LINK_NAMES = Object.keys(LINKS) as readonly Link[];

export const linkFunction = (name: Link): LinkFunction => LINKS[name];

export type { LinkFunction };
