using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsBot.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class StoryEdits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Wordings_StoryId_TopicId",
                table: "Wordings");

            migrationBuilder.AddColumn<int>(
                name: "Development",
                table: "Wordings",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "StoryEdits",
                columns: table => new
                {
                    StoryId = table.Column<long>(type: "INTEGER", nullable: false),
                    Due = table.Column<long>(type: "INTEGER", nullable: true),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    Cursor = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StoryEdits", x => x.StoryId);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Wordings_StoryId_TopicId_Development",
                table: "Wordings",
                columns: new[] { "StoryId", "TopicId", "Development" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StoryEdits_Due",
                table: "StoryEdits",
                column: "Due");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "StoryEdits");

            migrationBuilder.DropIndex(
                name: "IX_Wordings_StoryId_TopicId_Development",
                table: "Wordings");

            migrationBuilder.DropColumn(
                name: "Development",
                table: "Wordings");

            migrationBuilder.CreateIndex(
                name: "IX_Wordings_StoryId_TopicId",
                table: "Wordings",
                columns: new[] { "StoryId", "TopicId" },
                unique: true);
        }
    }
}
