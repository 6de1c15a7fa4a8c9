import type { Kernel, KernelMessage } from "@jupyterlab/services";
import { answerIn, type Answer } from "./answer";

/** Sends a question to a kernel; undefined where no answer came. */
export const ask = (kernel: Kernel.IKernelConnection, code: string): Promise<Answer | undefined> => askFor(kernel, code, answerIn);

/** The same for an answer of another form: `read` finds it in an output message's data. */
export async function askFor<T>(kernel: Kernel.IKernelConnection, code: string, read: (data: unknown) => T | undefined): Promise<T | undefined> {
  const request = { code, silent: true, store_history: false, stop_on_error: false, allow_stdin: false };
  const future = kernel.requestExecute(request, true);
  let answer: T | undefined;
  future.onIOPub = (message: KernelMessage.IIOPubMessage) => {
    if (message.header.msg_type === "display_data") answer = read((message.content as { data?: unknown }).data) ?? answer;
  };
  try {
    await future.done;
  } catch {
    return undefined; // the kernel was restarted, or is gone
  }
  return answer;
}
