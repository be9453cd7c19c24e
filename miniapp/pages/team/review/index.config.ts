export default definePageConfig({ navigationBarTitleText: "存疑打卡" });
