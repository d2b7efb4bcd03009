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
  camera: {
    title: '카메라',
    start: '카메라 켜기',
    startText: '브라우저가 한 번만 물어봐요. 보내기 전까지 사진은 이 기기에만 있어요.',
    starting: '카메라를 켜는 중…',
    back: '처음으로',
    menu: '무엇을 찍은 사진인지',
    choose: '무엇을 찍은 사진인가요?',
    concepts: '눈여겨볼 것',
    shutter: '사진 찍기',
    gallery: '갤러리에서 고르기',
    native: '카메라 앱 쓰기',
    flip: '앞뒤 카메라 바꾸기',
    lens: '카메라',
    lensNumber: (n) => `카메라 ${n}`,
    light: { off: '조명 꺼짐', auto: '조명 자동', on: '조명 켜짐' },
    taken: (count) => `앨범에 사진 ${count}장`,
    next: '다음',
    full: (max) => `요금제에서 한 세트에 ${max}장까지 담을 수 있어요. 이 사진들로 계속해 주세요.`,
    onItsWay: '다른 앨범을 보내고 있어요. 다 보낸 다음에 새로 찍어 주세요.',
    failed: '사진을 찍지 못했어요. 한 번 더 눌러 주세요.',
    domains: '분야',
    places: '바로 가기',
    dropped: (domain) => `‘${domain}’ 분야로 바꿨어요. 여기서는 다른 것을 고를 수 있어요.`,
    undo: '되돌리기',
    trouble: {
      insecure: {
        title: '안전한 주소에서만 카메라를 쓸 수 있어요',
        text: '브라우저는 HTTPS나 localhost 주소에서만 카메라를 열어 주는데, 이 주소는 그렇지 않아요. 서버 운영자가 HTTPS를 켤 수 있어요. 그동안은 카메라 앱이나 가지고 있는 사진을 써 주세요.',
      },
      denied: {
        title: '카메라 사용이 허용되지 않았어요',
        text: '주소 옆 표시를 눌러 이 사이트의 카메라를 허용한 다음 다시 시도해 주세요. 가지고 있는 사진은 허용하지 않아도 쓸 수 있어요.',
      },
      absent: {
        title: '카메라를 찾지 못했어요',
        text: '카메라를 연결하고 다시 시도하거나, 가지고 있는 사진을 골라 주세요.',
      },
      busy: {
        title: '카메라가 켜지지 않았어요',
        text: '다른 앱이 쓰고 있을 수 있어요. 그 앱을 닫고 다시 시도하거나, 가지고 있는 사진을 골라 주세요.',
      },
    },
  },
  install: {
    action: '앱으로 설치',
    steps: ['Safari에서 공유 버튼을 누르세요.', '‘홈 화면에 추가’를 고르세요.'],
    newBuild: '새 버전이 나왔어요. 하던 작업은 그대로 남아 있어요.',
    load: '새 버전 열기',
    missed: '공유한 사진이 도착하지 않았어요. 여기에서 골라 주세요.',
  },
};
