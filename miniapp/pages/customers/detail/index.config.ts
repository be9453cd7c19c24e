export default definePageConfig({
  navigationBarTitleText: "客户资料",
  enablePullDownRefresh: process.env.TARO_ENV !== "h5",
});
