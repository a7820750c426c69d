import { type CancellationToken, ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

export type Log = (message: string) => void;

/**
 * The one guard at the wire: whatever a handler throws is logged and answered as an error, so that the server lives on.
 * An answer that nobody waits for any more is not sent.
 */
export function guard<Params, Answer>(
  name: string,
  log: Log,
  handler: (params: Params, token: CancellationToken) => Promise<Answer>,
): (params: Params, token?: CancellationToken) => Promise<Answer> {
  return async (paramsOrToken, maybeToken) => {
    // A request without parameters is handed on with the token in their place.
    const token = maybeToken ?? (paramsOrToken as CancellationToken);
    const params = maybeToken === undefined ? (undefined as Params) : paramsOrToken;
    const answer = await handler(params, token).catch((error: unknown) => {
      throw token.isCancellationRequested ? cancelled() : toResponseError(name, log, error);
    });
    if (token.isCancellationRequested) throw cancelled();
    return answer;
  };
}

/** The same for notifications and background work: logged, never thrown. */
export function guardQuietly<Params extends readonly unknown[]>(
  name: string,
  log: Log,
  work: (...params: Params) => Promise<void> | void,
): (...params: Params) => void {
  return (...params) => {
    void (async () => {
      try {
        await work(...params);
      } catch (error) {
        log(`${name}: ${printError(error)}`);
      }
    })();
  };
}

/** What the service asks whether anybody still waits. */
export function toSignal(token: CancellationToken): AbortSignal {
  const controller = new AbortController();
  token.onCancellationRequested(() => {
    controller.abort();
  });
  return controller.signal;
}

/** An error for the log: with its stack where it has one. */
export function printError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function toResponseError(name: string, log: Log, error: unknown): ResponseError {
  if (error instanceof ResponseError) return error as ResponseError;
  log(`${name}: ${printError(error)}`);
  return new ResponseError(
    ErrorCodes.InternalError,
    `${name} failed: ${error instanceof Error ? error.message : String(error)}`,
  );
}

function cancelled(): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
}
