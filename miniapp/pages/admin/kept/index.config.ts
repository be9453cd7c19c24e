export default definePageConfig({ navigationBarTitleText: "离职人员的数据" });
