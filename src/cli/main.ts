#!/usr/bin/env node
import "./soundInstallation"; // first: it needs no package, and tells which one is missing
import { run } from "./program";

void run(process.argv.slice(2));
