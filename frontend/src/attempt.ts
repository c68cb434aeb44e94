/** Calls to the service that it may refuse. */
import { ref } from "vue";
import { ApiError } from "./api/client";

/** Return a function that attempts a call, and why the service refused the last one; empty if it did not. */
export function useAttempt() {
  const refused = ref("");

  async function attempt(what: () => Promise<unknown>): Promise<void> {
    refused.value = "";
    try {
      await what();
    } catch (fault) {
      if (!(fault instanceof ApiError)) throw fault;
      refused.value = fault.message;
    }
  }

  return { refused, attempt };
}
