import { queryOptions } from '@tanstack/react-query';
import { api, data, onceOnly } from '../api/client';
import { queryClient } from '../api/queries';
import type { components } from '../api/schema';
import type { RuleContent } from './rule';

export type SavedRule = Omit<components['schemas']['SavedRule'], 'concepts'> & RuleContent;
/** As the server says of a rule. */
export const RULE_NAME_CHARS_MAX = 80;

/** The rules of the account, newest first. */
export const rulesQuery = queryOptions({
  queryKey: ['rules'],
  queryFn: async () => (await data(api.GET('/rules'))).rules as SavedRule[],
});

export interface NewRule extends RuleContent {
  name: string;
  preset_id: string;
}

/** Takes a slot. */
export async function saveRule({ name, preset_id, concepts, protect }: NewRule): Promise<SavedRule> {
  const body = { name, preset_id, concepts, protect } as never;
  const { rule } = await data(api.POST('/rules', { params: { header: onceOnly() }, body }));
  return rule as SavedRule;
}

export async function changeSavedRule(
  id: string,
  change: Partial<Pick<NewRule, 'name' | 'concepts' | 'protect'>>,
): Promise<SavedRule> {
  const params = { path: { id }, header: onceOnly() };
  const { rule } = await data(api.PUT('/rules/{id}', { params, body: change as never }));
  return rule as SavedRule;
}

export async function deleteRule(id: string): Promise<void> {
  await data(api.DELETE('/rules/{id}', { params: { path: { id }, header: onceOnly() } }));
}

/** Rules and the count of slots are asked for again. */
export async function renewRules(): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: ['rules'] }),
    queryClient.invalidateQueries({ queryKey: ['me'] }),
  ]);
}
