import type { MessagePort } from 'node:worker_threads';
import type { ExtractedTexts } from '../../service/extractedTexts.js';
import type { FileAnalysis } from '../../service/ports.js';
import { type AnalysisAnswer, type AnalysisRequest, CREDIT } from './messages.js';

interface Job {
  readonly number: number;
  readonly path: string;
  readonly known: string | undefined;
  credit: number;
  isCancelled: boolean;
  goOn: () => void;
}

/** Answers for an analysis thread: one file after the other, so that whoever asks knows which one is in hand. */
export function serveAnalysis(port: MessagePort, analysis: FileAnalysis, texts: Pick<ExtractedTexts, 'find'>): void {
  const jobs = new Map<number, Job>();
  let turn = Promise.resolve();
  const send = (answer: AnalysisAnswer): void => {
    port.postMessage(answer);
  };
  port.on('message', (request: AnalysisRequest) => {
    const job = 'job' in request ? jobs.get(request.job) : undefined;
    switch (request.kind) {
      case 'analyse': {
        const taken = createJob(request);
        jobs.set(request.job, taken);
        turn = turn.then(() => work(taken, analysis, send)).then(() => void jobs.delete(request.job));
        break;
      }
      case 'more':
        if (job) job.credit += request.count;
        job?.goOn();
        break;
      case 'cancel':
        if (job) job.isCancelled = true;
        job?.goOn();
        break;
      case 'text':
        void texts.find(request.id).then((input) => {
          send({ kind: 'text', call: request.call, input });
        });
        break;
    }
  });
  send({ kind: 'ready' });
}

function createJob({ job, path, known }: Extract<AnalysisRequest, { readonly kind: 'analyse' }>): Job {
  return { number: job, path, known, credit: CREDIT, isCancelled: false, goOn: () => undefined };
}

async function work(job: Job, analysis: FileAnalysis, send: (answer: AnalysisAnswer) => void): Promise<void> {
  if (!job.isCancelled) {
    for await (const part of analysis.analyse(job.path, job.known)) {
      await waitForCredit(job);
      if (isCancelled(job)) break;
      job.credit -= 1;
      send({ kind: 'part', job: job.number, part });
    }
  }
  send({ kind: 'end', job: job.number });
}

async function waitForCredit(job: Job): Promise<void> {
  while (job.credit === 0 && !isCancelled(job)) await new Promise<void>((resolve) => (job.goOn = resolve));
}

/** Messages may change it at every `await`, which the compiler does not know. */
function isCancelled(job: Job): boolean {
  return job.isCancelled;
}
