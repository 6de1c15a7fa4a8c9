import type { Kernel, KernelMessage } from "@jupyterlab/services";
import { answerIn, type Answer } from "./answer";

/** Sends a question to a kernel; undefined where no answer came. */
export async function ask(kernel: Kernel.IKernelConnection, code: string): Promise<Answer | undefined> {
  const request = { code, silent: true, store_history: false, stop_on_error: false, allow_stdin: false };
  const future = kernel.requestExecute(request, true);
  let answer: Answer | undefined;
  future.onIOPub = (message: KernelMessage.IIOPubMessage) => {
    if (message.header.msg_type === "display_data") answer = answerIn((message.content as { data?: unknown }).data) ?? answer;
  };
  try {
    await future.done;
  } catch {
    return undefined; // the kernel was restarted, or is gone
  }
  return answer;
}
