export default definePageConfig({ navigationBarTitleText: "拜访类型" });
