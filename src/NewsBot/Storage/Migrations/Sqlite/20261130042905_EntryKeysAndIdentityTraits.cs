using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsBot.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class EntryKeysAndIdentityTraits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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

            migrationBuilder.CreateIndex(
                name: "IX_Entries_SourceId_LinkKey",
                table: "Entries",
                columns: new[] { "SourceId", "LinkKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Entries_SourceId_TitleKey",
                table: "Entries",
                columns: new[] { "SourceId", "TitleKey" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Entries_SourceId_LinkKey",
                table: "Entries");

            migrationBuilder.DropIndex(
                name: "IX_Entries_SourceId_TitleKey",
                table: "Entries");

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
        }
    }
}
