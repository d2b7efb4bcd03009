import { createContext, useContext, type ReactNode } from 'react';
import { useSetting } from '../shell/preferences';
import { en, type Texts } from './en';
import { ko } from './ko';

export type Language = 'en' | 'ko';

const TEXTS: Record<Language, Texts> = { en, ko };
const TextsContext = createContext<Texts>(en);

/** Gives the texts of the chosen language to what is below. */
export function TextsProvider({ children }: { children: ReactNode }) {
  const [language] = useSetting('language');
  return <TextsContext.Provider value={TEXTS[language]}>{children}</TextsContext.Provider>;
}

export function useTexts(): Texts {
  return useContext(TextsContext);
}
