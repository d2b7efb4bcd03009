import type { WorkTexts } from './en-work';

export const koWork: WorkTexts = {
  job: {
    gone: '이 세트의 사진은 더 이상 보관되지 않아요.',
    finding: (done, total) => `사진을 살펴보는 중: ${total}장 중 ${done}장`,
    findingFailed: '사진에서 찾지 못했어요. 다시 시도해 주세요. 비용은 없어요.',
    canceledText: '받지 않은 사진은 계산하지 않아요.',
    waitingText: '아직 도착하지 않은 사진이 있어요. 사진을 고른 기기에서 첫 화면을 열면 이어서 보내요.',
    end: {
      finished: '완성하지 못한 세트예요.',
      canceled_by_user: '직접 취소한 세트예요.',
      canceled_by_operator: '이 서버의 운영자가 취소한 세트예요.',
      upload_window_passed: '사진이 제시간에 도착하지 않았어요.',
      execute_window_passed: '규칙을 정하지 않은 채 오래 지났어요.',
      no_progress: '하루 동안 작업이 나아가지 못했어요.',
    },
    again: '새 세트 시작하기',
    filmstrip: '사진',
    photo: (n) => `사진 ${n}`,
  },
};
