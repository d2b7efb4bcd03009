import type { StartTexts } from './en-start';

export const koStart: StartTexts = {
  welcome: {
    label: '이렇게 써요',
    skip: '건너뛰기',
    next: '다음',
    done: '시작하기',
    page: (n, of) => `${of}쪽 중 ${n}쪽`,
    again: '사용 방법 다시 보기',
    pages: [
      {
        title: '앨범을 통째로 가져오세요',
        text: '방이나 상품을 찍은 사진이면 돼요. 벽, 바닥, 창문 같은 것은 알아서 찾아 드려요.',
      },
      {
        title: '한 번만 정하면 모든 사진에',
        text: '색이나 재질을 누르면 내 사진에서 바로 보여요. 빛과 그림자는 그대로예요.',
      },
      {
        title: '완성된 사진만 계산해요',
        text: '살펴보고 바꿔 보는 것은 무료예요. 완성된 사진 한 장이 1크레딧이고, 실패하면 받지 않아요.',
      },
    ],
  },
};
