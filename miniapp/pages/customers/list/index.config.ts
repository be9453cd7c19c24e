export default definePageConfig({ navigationBarTitleText: "找客户" });
