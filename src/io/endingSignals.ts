/** By which a user, a script or a terminal that closes ends a command: as much is done for each as for Ctrl-C. With their numbers. */
export const ENDING_SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;

export type EndingSignal = keyof typeof ENDING_SIGNALS;

export const endingSignals = Object.keys(ENDING_SIGNALS) as readonly EndingSignal[];

/** As the shell counts: 128 and the signal's number. */
export const exitOf = (signal: EndingSignal): number => 128 + ENDING_SIGNALS[signal];
