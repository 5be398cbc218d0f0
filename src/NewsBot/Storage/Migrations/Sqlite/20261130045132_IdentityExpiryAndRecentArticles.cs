using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsBot.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class IdentityExpiryAndRecentArticles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Deliveries_Lane_ChatId_Id",
                table: "Deliveries");

            migrationBuilder.AddColumn<int>(
                name: "IdentityTraits",
                table: "Sources",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "SaidGone",
                table: "Sources",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "GuidKey",
                table: "Entries",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "LinkKey",
                table: "Entries",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "SharesAddress",
                table: "Entries",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "TitleKey",
                table: "Entries",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Expires",
                table: "Deliveries",
                type: "INTEGER",
                nullable: false,
                defaultValue: 3155378975999999999L);

            migrationBuilder.CreateTable(
                name: "PushRestrictions",
                columns: table => new
                {
                    ChatId = table.Column<long>(type: "INTEGER", nullable: false),
                    ThreadId = table.Column<int>(type: "INTEGER", nullable: false),
                    Since = table.Column<long>(type: "INTEGER", nullable: false),
                    RetryAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PushRestrictions", x => new { x.ChatId, x.ThreadId });
                });

            migrationBuilder.CreateTable(
                name: "RecentArticles",
                columns: table => new
                {
                    ArticleId = table.Column<long>(type: "INTEGER", nullable: false),
                    FirstSeenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Data = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecentArticles", x => x.ArticleId);
                    table.ForeignKey(
                        name: "FK_RecentArticles_Articles_ArticleId",
                        column: x => x.ArticleId,
                        principalTable: "Articles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Entries_SourceId_LinkKey",
                table: "Entries",
                columns: new[] { "SourceId", "LinkKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Entries_SourceId_TitleKey",
                table: "Entries",
                columns: new[] { "SourceId", "TitleKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_Lane_ChatId_Id_Expires",
                table: "Deliveries",
                columns: new[] { "Lane", "ChatId", "Id", "Expires" },
                filter: "\"State\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_RecentArticles_FirstSeenAt",
                table: "RecentArticles",
                column: "FirstSeenAt");

            // What earlier versions kept of what people typed: replies that quote it, and addresses that were looked up.
            migrationBuilder.Sql("""UPDATE "Deliveries" SET "Body" = NULL WHERE "FinishedAt" IS NOT NULL AND "Lane" = 0""");
            migrationBuilder.Sql("""UPDATE "Lookups" SET "Address" = '' WHERE "DoneAt" IS NOT NULL""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PushRestrictions");

            migrationBuilder.DropTable(
                name: "RecentArticles");

            migrationBuilder.DropIndex(
                name: "IX_Entries_SourceId_LinkKey",
                table: "Entries");

            migrationBuilder.DropIndex(
                name: "IX_Entries_SourceId_TitleKey",
                table: "Entries");

            migrationBuilder.DropIndex(
                name: "IX_Deliveries_Lane_ChatId_Id_Expires",
                table: "Deliveries");

            migrationBuilder.DropColumn(
                name: "IdentityTraits",
                table: "Sources");

            migrationBuilder.DropColumn(
                name: "SaidGone",
                table: "Sources");

            migrationBuilder.DropColumn(
                name: "GuidKey",
                table: "Entries");

            migrationBuilder.DropColumn(
                name: "LinkKey",
                table: "Entries");

            migrationBuilder.DropColumn(
                name: "SharesAddress",
                table: "Entries");

            migrationBuilder.DropColumn(
                name: "TitleKey",
                table: "Entries");

            migrationBuilder.DropColumn(
                name: "Expires",
                table: "Deliveries");

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_Lane_ChatId_Id",
                table: "Deliveries",
                columns: new[] { "Lane", "ChatId", "Id" },
                filter: "\"State\" = 0");
        }
    }
}
