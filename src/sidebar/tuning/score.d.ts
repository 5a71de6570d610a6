import type { Config } from '../../domain/config/config';
import type { TuningView } from '../../domain/tuning-views';
import { type ScoredAccounts, type ScoringInput } from '../../scoring/score-accounts';
/** All readings in the order in which the kernel takes them, made once: a drag then copies nothing. */
export declare function readingsOf(view: TuningView): ScoringInput;
/** Scores every account with the module that the server scores with. Stages and quadrants take no part in a what-if. */
export declare function scored(config: Config, input: ScoringInput): ScoredAccounts;
