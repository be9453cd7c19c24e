/** What the large demo's invented people and companies are called, and the real public places that they are near. */
type Word = readonly [chinese: string, pinyin: string];

const words = (text: string): Word[] =>
  text.split(" ").map((word): Word => {
    const [chinese = "", pinyin = ""] = word.split("=");
    return [chinese, pinyin];
  });

export const surnames = words(
  "李=li 王=wang 张=zhang 刘=liu 陈=chen 杨=yang 赵=zhao 黄=huang 周=zhou 吴=wu 徐=xu 孙=sun 胡=hu 朱=zhu 高=gao 林=lin 何=he 郭=guo 马=ma 罗=luo 梁=liang 宋=song 郑=zheng 谢=xie 韩=han 唐=tang 冯=feng 于=yu 董=dong 萧=xiao 程=cheng 曹=cao 袁=yuan 邓=deng 许=xu 傅=fu 沈=shen 曾=zeng 彭=peng 吕=lv",
);

export const maleNames = words(
  "建国=jianguo 志强=zhiqiang 伟=wei 军=jun 磊=lei 涛=tao 明=ming 超=chao 勇=yong 杰=jie 鹏=peng 斌=bin 浩然=haoran 宇轩=yuxuan 俊杰=junjie 晓东=xiaodong 海波=haibo 文博=wenbo 子豪=zihao 家辉=jiahui",
);

export const femaleNames = words(
  "芳=fang 娜=na 静=jing 敏=min 丽=li 艳=yan 娟=juan 霞=xia 秀英=xiuying 桂兰=guilan 雨欣=yuxin 思琪=siqi 佳怡=jiayi 晓燕=xiaoyan 雪梅=xuemei 婷婷=tingting 梦洁=mengjie 慧=hui 琳=lin 倩=qian",
);

export const companyWords =
  "华 信 恒 盛 鑫 瑞 泰 安 嘉 宏 天 元 通 达 博 远 中 联 新 创 智 诚 金 海 东 方 立 业 和 美 正 大 永 兴 福 源 德 润 科 锐".split(
    " ",
  );

export const industries = [
  { name: "设备制造", word: "机械" },
  { name: "电气", word: "电气" },
  { name: "电子", word: "电子" },
  { name: "物流", word: "物流" },
  { name: "精密制造", word: "精密" },
  { name: "五金", word: "五金" },
  { name: "软件", word: "软件" },
  { name: "医疗器械", word: "医疗" },
  { name: "汽车零部件", word: "汽配" },
  { name: "食品", word: "食品" },
] as const;

export const stages = ["初步接触", "需求调研", "方案提交", "签单", "服务中"] as const;

export interface Place {
  name: string;
  /** GCJ-02, of the place itself. */
  latDeg: number;
  lngDeg: number;
}

const place = (name: string, latDeg: number, lngDeg: number): Place => ({ name, latDeg, lngDeg });

/** The first is the small demo's branch. */
export const cities: { branch: string; city: string; places: Place[] }[] = [
  {
    branch: "华南分公司",
    city: "广州",
    places: [
      place("广州塔", 23.1064, 113.3246),
      place("天河体育中心", 23.1379, 113.3256),
      place("越秀公园", 23.1402, 113.2656),
      place("陈家祠", 23.1267, 113.245),
    ],
  },
  {
    branch: "华东分公司",
    city: "上海",
    places: [
      place("人民广场", 31.2304, 121.4737),
      place("静安寺", 31.2236, 121.4453),
      place("世纪公园", 31.2167, 121.5526),
      place("虹口足球场", 31.2716, 121.4783),
    ],
  },
  {
    branch: "华北分公司",
    city: "北京",
    places: [
      place("国家图书馆", 39.943, 116.3236),
      place("奥林匹克公园", 39.9929, 116.3964),
      place("工人体育场", 39.9299, 116.4475),
      place("北京西站", 39.8949, 116.3222),
    ],
  },
  {
    branch: "深圳分公司",
    city: "深圳",
    places: [
      place("市民中心", 22.5435, 114.0596),
      place("深圳湾公园", 22.5212, 113.9836),
      place("莲花山公园", 22.5545, 114.0582),
      place("深圳北站", 22.6097, 114.0292),
    ],
  },
  {
    branch: "浙江分公司",
    city: "杭州",
    places: [
      place("武林广场", 30.2741, 120.1634),
      place("西湖文化广场", 30.2793, 120.1655),
      place("奥体中心", 30.2287, 120.2303),
      place("杭州东站", 30.2908, 120.2126),
    ],
  },
  {
    branch: "江苏分公司",
    city: "南京",
    places: [
      place("新街口", 32.0417, 118.7842),
      place("玄武湖公园", 32.0727, 118.7957),
      place("奥体中心", 32.0076, 118.7263),
      place("南京南站", 31.9697, 118.798),
    ],
  },
  {
    branch: "西南分公司",
    city: "成都",
    places: [
      place("天府广场", 30.6571, 104.0659),
      place("四川大学望江校区", 30.6312, 104.0836),
      place("人民公园", 30.6575, 104.057),
      place("成都东站", 30.6291, 104.1417),
    ],
  },
  {
    branch: "重庆分公司",
    city: "重庆",
    places: [
      place("解放碑", 29.5572, 106.5771),
      place("重庆北站", 29.6086, 106.5509),
      place("鹅岭公园", 29.5511, 106.5377),
      place("奥体中心", 29.5337, 106.5068),
    ],
  },
  {
    branch: "华中分公司",
    city: "武汉",
    places: [
      place("江汉关", 30.5796, 114.2922),
      place("黄鹤楼", 30.5446, 114.3026),
      place("光谷广场", 30.5058, 114.3987),
      place("武汉站", 30.6069, 114.4243),
    ],
  },
  {
    branch: "西北分公司",
    city: "西安",
    places: [
      place("钟楼", 34.261, 108.9423),
      place("大雁塔", 34.2198, 108.9593),
      place("曲江池公园", 34.2016, 108.987),
      place("西安北站", 34.3765, 108.9388),
    ],
  },
];
