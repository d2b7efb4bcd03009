import type { ViewTexts } from './en-view';

export const koView: ViewTexts = {
  view: {
    instances: '하나씩 정하기',
    instance: { include: '포함', exclude: '제외', lock: '보호' },
  },
};
